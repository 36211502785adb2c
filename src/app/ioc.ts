import type { IocContainer, IocContainerFactory } from '@tsoa/runtime';
import type { Container } from 'inversify';
import type { Request } from 'express';

/** Where the generated routes find their controllers: the container of the app that took the request. */
export const iocContainer: IocContainerFactory = (request: unknown): IocContainer =>
  (request as Request).app.locals['container'] as Container;
