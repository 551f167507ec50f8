import type { ApiName } from '../apis/catalogue.ts';
import { asSession, onBehalf } from '../caller.ts';
import { agents } from '../cast/agents.ts';
import { role } from '../cast/roles.ts';
import { focus, type Site, sites } from '../cast/sites.ts';
import { assumeWithWebIdentity } from '../handover.ts';
import type { Draw } from '../random.ts';
import { inOfficeHours, type Story, walk } from '../rhythm.ts';
import { Tape } from '../tape.ts';

/** What a workflow does itself, and what CloudFormation then does with the workflow's rights. */
interface Pipeline {
  readonly repository: string;
  readonly calls: readonly ApiName[];
  readonly behind?: readonly ApiName[];
}

const image: readonly ApiName[] = [
  'ecr:GetAuthorizationToken',
  'ecr:BatchCheckLayerAvailability',
  'ecr:InitiateLayerUpload',
  'ecr:CompleteLayerUpload',
  'ecr:PutImage',
];
const pipelines: readonly Pipeline[] = [
  {
    repository: 'storefront',
    calls: [...image, 'ecs:RegisterTaskDefinition', 'ecs:UpdateService', 'ecs:DescribeServices'],
  },
  {
    repository: 'checkout',
    calls: [
      ...image,
      'cloudformation:CreateChangeSet',
      'cloudformation:DescribeChangeSet',
      'cloudformation:ExecuteChangeSet',
      'cloudformation:DescribeStacks',
    ],
    behind: ['ecs:RegisterTaskDefinition', 'ecs:UpdateService', 'ecs:DescribeServices'],
  },
  {
    repository: 'order-pipeline',
    calls: [
      'cloudformation:DescribeStacks',
      'cloudformation:CreateChangeSet',
      'cloudformation:DescribeChangeSet',
      'cloudformation:ExecuteChangeSet',
    ],
    behind: [
      'lambda:GetFunction20150331v2',
      'lambda:UpdateFunctionCode20150331v2',
      'lambda:UpdateFunctionConfiguration20150331v2',
      'iam:GetRole',
      'iam:TagRole',
    ],
  },
  {
    repository: 'functions',
    calls: [
      'lambda:GetFunctionConfiguration20150331v2',
      'lambda:UpdateFunctionCode20150331v2',
      'lambda:PublishVersion20150331',
    ],
  },
  { repository: 'web-assets', calls: ['s3:GetBucketLocation', 'cloudfront:CreateInvalidation'] },
];

/** A repository deploys the service and the stack of its own name. */
const aboutRepository = (site: Site, name: string): Site => ({
  ...site,
  ...(name === 'storefront' || name === 'checkout' ? { services: [name], stacks: [name] } : {}),
  ...(name === 'order-pipeline' && { stacks: [name] }),
});

/** A workflow trades its token for the deploy role, and everything it does hangs on that one key. */
function deploy(site: Site, start: number, from: Draw) {
  const tape = new Tape(from);
  const next = walk(start, from);
  const pipeline = from.pick(pipelines);
  const about = aboutRepository(focus(site, from), pipeline.repository);
  const executionRole = `${about.functions[0]}-execution`;
  const ref =
    site.stage === 'prod'
      ? 'environment:production'
      : `ref:refs/heads/${from.pick(['main', 'main', 'next'])}`;
  const ip = `192.0.2.${from.int(80, 120)}`;
  const session = assumeWithWebIdentity(tape, start, {
    role: role(site.account, 'github-deploy'),
    name: `gha-${pipeline.repository}-${Math.floor(start / 100)}`,
    host: 'token.actions.githubusercontent.com',
    subject: `repo:larkhill/${pipeline.repository}:${ref}`,
    region: site.region,
    ip,
    agent: agents.githubActions,
  });
  const caller = asSession(session, { ip, agent: agents.githubRunner });
  tape.call(next(1, 4), about, caller, 'sts:GetCallerIdentity');
  for (const name of pipeline.calls)
    tape.call(next(1, 25), about, caller, name, { smooth: from.chance(0.6) });
  const behind = onBehalf(session, 'cloudformation.amazonaws.com');
  for (const name of pipeline.behind ?? []) {
    const forbidden = name === 'iam:TagRole' && from.chance(0.3);
    tape.call(next(1, 6), about, behind, name, {
      ...(name === 'iam:GetRole' && { request: { roleName: executionRole }, smooth: true }),
      ...(name === 'iam:TagRole' && {
        request: { roleName: executionRole, tags: [{ key: 'stack', value: 'order-pipeline' }] },
      }),
      ...(forbidden && {
        refused: { resource: `role ${executionRole}`, because: 'boundary' },
      }),
    });
  }
  return tape.events;
}

const deployed = sites.filter((site) => site.services.length > 0);

export const deployStories: readonly Story[] = deployed.map((site) => ({
  name: `deploy/${site.account}/${site.region}`,
  rhythm: inOfficeHours(site.stage === 'prod' ? 1.5 : 3, 1),
  haste: 6,
  tell: (start, from) => deploy(site, start, from),
}));
