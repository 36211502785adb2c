import { createGenerator, type Schema } from 'ts-json-schema-generator';
import { dataSchemaOf } from '../platform/cloudevents/envelope.js';

/** A JSON Schema (draft-07) of one event's data, complete in itself. */
export interface EventSchema extends Schema {
  readonly $id: string;
  readonly title: string;
  readonly description: string;
}

const SOURCE = 'src/app/event-catalogue.ts';
const REF = '#/definitions/';
/** Words that allow everything. */
const NO_LIMIT = /^(description|examples)$/;

/** Makes the schema of each event from `EventCatalogue`. @throws Error for a type that JSON Schema cannot tell. */
export function generateEventSchemas(): Map<string, EventSchema> {
  const generator = createGenerator({
    path: SOURCE,
    tsconfig: 'tsconfig.json',
    skipTypeCheck: true, // make lint does it, and the generator would do it again each time
    expose: 'export',
    topRef: false,
    jsDoc: 'extended',
    additionalProperties: true,
    encodeRefs: false,
  });
  const { properties = {}, definitions = {} } = generator.createSchema('EventCatalogue');
  const types = Object.keys(properties).sort();
  return new Map(types.map((type) => [type, eventSchema(type, properties[type] as Schema, definitions as Schemas)]));
}

type Schemas = Readonly<Record<string, Schema>>;

function eventSchema(type: string, draft: Schema, definitions: Schemas): EventSchema {
  const used = new Map<string, Schema>();
  const { description, ...root } = complete(draft, type, definitions, used);
  if (description === undefined) throw new Error(`${type} has no docstring: say what has happened`);
  const named = [...used].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: dataSchemaOf(type),
    title: type,
    description,
    ...root,
    ...(named.length === 0 ? {} : { definitions: Object.fromEntries(named) }),
  };
}

/**
 * A schema as consumers are to read it: names where the source has them, plain types inline; open, because fields may be
 * added; and every number whole, because money and counts are all the numbers there are (quantities and rates are text).
 */
function complete(schema: Schema, place: string, all: Schemas, used: Map<string, Schema>): Schema {
  const { $ref, additionalProperties, ...rest } = schema;
  if ($ref !== undefined) return refer($ref.slice(REF.length), rest, place, all, used);
  if (Object.keys(rest).every((key) => NO_LIMIT.test(key)) && additionalProperties === undefined)
    throw new Error(`${place}: this type says nothing in JSON Schema; write it out`);
  const inner = (part: unknown, at: string): Schema => complete(part as Schema, `${place}/${at}`, all, used);
  const result: Schema = { ...rest };
  if (rest.type !== undefined) result.type = whole(rest.type);
  if (rest.properties !== undefined) {
    const members = Object.entries(rest.properties).map(([name, member]) => [name, inner(member, name)] as const);
    result.properties = Object.fromEntries(members);
    const required = Object.keys(rest.properties).filter((name) => rest.required?.includes(name));
    if (required.length > 0) result.required = required;
  }
  if (rest.items !== undefined) result.items = inner(rest.items, 'items');
  if (rest.anyOf !== undefined) result.anyOf = rest.anyOf.map((part, index) => inner(part, String(index)));
  if (rest.allOf !== undefined) result.allOf = rest.allOf.map((part, index) => inner(part, String(index)));
  if (typeof additionalProperties === 'object') result.additionalProperties = inner(additionalProperties, '*');
  return result;
}

/** A type, or the list of them where null is one. */
function whole(type: NonNullable<Schema['type']>): NonNullable<Schema['type']> {
  if (Array.isArray(type)) return type.map((one) => (one === 'number' ? 'integer' : one));
  return type === 'number' ? 'integer' : type;
}

function refer(name: string, beside: Schema, place: string, all: Schemas, used: Map<string, Schema>): Schema {
  const definition = all[name];
  if (definition === undefined) throw new Error(`${place}: there is no type ${name}`);
  if (definition.type !== 'object' || !/^[A-Z]\w*$/.test(name))
    return { ...complete(definition, place, all, used), ...beside };
  if (!used.has(name)) {
    used.set(name, {}); // a type that contains itself finds its name here
    used.set(name, complete(definition, name, all, used));
  }
  return { $ref: REF + name, ...beside };
}
