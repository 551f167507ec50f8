import { asService, asSession, type Caller } from '../caller.ts';
import { agents } from '../cast/agents.ts';
import { role } from '../cast/roles.ts';
import { type Site, sites } from '../cast/sites.ts';
import { assumeRole } from '../handover.ts';
import { arn } from '../ids.ts';
import type { Draw } from '../random.ts';
import { lively, steadily, type Story, walk } from '../rhythm.ts';
import { Tape } from '../tape.ts';

const lambdaAddress = (from: Draw): string => `198.51.100.${from.int(128, 160)}`;

/** A fresh sandbox of a function: Lambda takes on its role, then the code starts up. */
function coldStart(site: Site, start: number, from: Draw) {
  const tape = new Tape(from);
  const next = walk(start, from);
  const name = from.pick(site.functions);
  const session = assumeRole(tape, start, asService('lambda.amazonaws.com', site.account), {
    role: role(site.account, `${name}-execution`),
    name,
    region: site.region,
    seconds: 43_200,
  });
  const caller: Caller = asSession(session, {
    ip: lambdaAddress(from),
    agent:
      name.includes('report') || name.includes('lookup') ? agents.lambdaPython : agents.lambdaNode,
  });
  const day = new Date(start).toISOString().slice(0, 10).replaceAll('-', '/');
  tape.call(
    next(0, 1),
    site,
    { ...caller, agent: 'awslambda-worker/1.0  rusoto/0.48.0 rust/1.89.0 linux' },
    'logs:CreateLogStream',
    {
      request: {
        logGroupName: `/aws/lambda/${name}`,
        logStreamName: `${day}/[$LATEST]${from.hex(32)}`,
      },
    },
  );
  if (from.chance(0.5)) {
    const parameter = `/${site.stage}/${name}/config`;
    // Somebody renamed the parameter and not the policy; nobody has looked since.
    const forbidden = name === 'webhook-relay';
    tape.call(next(0, 2), site, caller, 'ssm:GetParameter', {
      request: { name: parameter, withDecryption: true },
      ...(forbidden && {
        refused: { resource: arn('ssm', site.region, site.account, `parameter${parameter}`) },
      }),
    });
  }
  if (site.secrets.length > 0 && from.chance(0.4)) readSecret(tape, next(0, 2), site, caller);
  return tape.events;
}

/** Secrets Manager decrypts with the caller's rights, so KMS sees the caller too. */
function readSecret(tape: Tape, time: number, site: Site, caller: Caller): void {
  tape.call(time, site, caller, 'secretsmanager:GetSecretValue');
  const behind: Caller = {
    ...caller,
    identity: { ...caller.identity, invokedBy: 'secretsmanager.amazonaws.com' },
    ip: 'secretsmanager.amazonaws.com',
    agent: 'secretsmanager.amazonaws.com',
    direct: false,
  };
  tape.call(time, site, behind, 'kms:Decrypt');
}

/** A container that ECS starts: its task role is taken on under the task's id. */
function taskStart(site: Site, start: number, from: Draw) {
  const tape = new Tape(from);
  const next = walk(start, from);
  const service = from.pick(site.services);
  const session = assumeRole(tape, start, asService('ecs-tasks.amazonaws.com', site.account), {
    role: role(site.account, `${service}-task`),
    name: from.hex(32),
    region: site.region,
    seconds: 21_600,
  });
  const caller = asSession(session, {
    ip: `10.20.${from.int(16, 60)}.${from.int(4, 250)}`,
    agent: agents.ecsJava,
    endpoint: { id: site.endpoint, account: site.account },
  });
  if (site.secrets.length > 0) readSecret(tape, next(2, 9), site, caller);
  if (site.tables.length > 0) tape.call(next(1, 4), site, caller, 'dynamodb:DescribeTable');
  return tape.events;
}

const withFunctions = sites.filter((site) => site.functions.length > 0);
const withServices = sites.filter((site) => site.services.length > 0);
const place = (site: Site): string => `${site.account}/${site.region}`;

export const workloadStories: readonly Story[] = [
  ...withFunctions.map((site) => ({
    name: `functions/${place(site)}`,
    rhythm: steadily(0.6 + site.functions.length * 0.28),
    haste: lively,
    tell: (start: number, from: Draw) => coldStart(site, start, from),
  })),
  ...withServices.map((site) => ({
    name: `tasks/${place(site)}`,
    rhythm: steadily(1.1),
    haste: lively,
    tell: (start: number, from: Draw) => taskStart(site, start, from),
  })),
];
