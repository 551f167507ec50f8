import { type Endpoint, Problem, problemTypes, type ProblemType } from '@trailglass/api';
import { z } from 'zod';

type Json = Record<string, unknown>;

/** Every endpoint can fail in these ways, whatever it is for. */
const everywhere: readonly ProblemType[] = [
  'bad-request',
  'sign-in-needed',
  'refused',
  'too-many-requests',
  'internal',
];

/** The OpenAPI 3.1 description, printed from the contract's own values. */
export function openApi(contract: Readonly<Record<string, Endpoint>>): Json {
  const paths: Record<string, Json> = {};
  for (const [operationId, endpoint] of Object.entries(contract)) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = {
      ...paths[path],
      [endpoint.method.toLowerCase()]: operation(operationId, endpoint),
    };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Trailglass',
      version: '1',
      description:
        'Every call carries the header X-Requested-By: trailglass. Where sign-in is needed it also carries the session’s cookie and header.',
    },
    paths,
    components: {
      securitySchemes: {
        cookie: { type: 'apiKey', in: 'cookie', name: '__Host-trailglass-<port>' },
        session: { type: 'apiKey', in: 'header', name: 'X-Session' },
      },
    },
  };
}

function operation(operationId: string, endpoint: Endpoint): Json {
  const media = endpoint.stream ? 'application/x-ndjson' : 'application/json';
  return {
    operationId,
    summary: endpoint.summary,
    security: endpoint.open ? [] : [{ cookie: [], session: [] }],
    parameters: [...parameters(endpoint.params, 'path'), ...parameters(endpoint.query, 'query')],
    ...(endpoint.body && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: schema(endpoint.body, 'input') } },
      },
    }),
    responses: {
      200: {
        description: 'The answer',
        content: { [media]: { schema: schema(endpoint.answer, 'output') } },
      },
      ...failures([...everywhere, ...endpoint.problems]),
    },
  };
}

function parameters(part: z.ZodObject | undefined, place: 'path' | 'query'): Json[] {
  if (!part) return [];
  const { properties = {}, required = [] } = schema(part, 'input') as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: place,
    required: required.includes(name),
    schema,
  }));
}

/** One response a status: several problem types share one, told apart by `type`. */
function failures(types: readonly ProblemType[]): Json {
  const content = { 'application/problem+json': { schema: schema(Problem, 'output') } };
  const statuses = new Set(types.map((type) => problemTypes[type].status));
  return Object.fromEntries(
    [...statuses].map((status) => {
      const names = new Set(types.filter((type) => problemTypes[type].status === status));
      return [status, { description: [...names].join(', '), content }];
    }),
  );
}

function schema(of: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(of, { io, unrepresentable: 'any' });
  return rest;
}
