# One image, several commands: `api` serves, `worker` dispatches events, `migrate` brings the database up to date.
FROM node:22-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --omit=optional

FROM node:22-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# With the optional ones: the bundler of the till comes as a binary.
RUN npm ci
COPY tsconfig.json tsconfig.build.json ./
COPY src src
RUN node_modules/.bin/tsc -p tsconfig.build.json
COPY sdk sdk
COPY web web
RUN node_modules/.bin/vite build -c web/pos/vite.config.mjs

FROM node:22-slim
ENV NODE_ENV=production NODE_OPTIONS=--enable-source-maps
WORKDIR /app
COPY package.json ./
COPY migrations migrations
COPY openapi openapi
COPY --from=packages /app/node_modules node_modules
COPY --from=build /app/dist dist
# A number, so that a cluster can see that it is not root; it owns no file of the image and needs to write none.
USER 10001:10001
EXPOSE 4100
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 4100}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "dist/main.js"]
CMD ["api"]
