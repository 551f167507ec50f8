import { execFile, execFileSync } from 'node:child_process';
import { readFileSync, realpathSync } from 'node:fs';
import { promisify } from 'node:util';

/** Nothing of this machine's AWS settings, and no waiting for machines that are not there. */
const environment = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('AWS_'))),
  AWS_ACCESS_KEY_ID: 'local',
  AWS_SECRET_ACCESS_KEY: 'local',
  AWS_DEFAULT_REGION: 'us-east-1',
  AWS_CONFIG_FILE: '/dev/null',
  AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_MAX_ATTEMPTS: '1',
  AWS_PAGER: '',
};

const run = promisify(execFile);

/** Runs a program; a failure is its last words, as an Error. */
export async function output(command: string, args: readonly string[], env = {}): Promise<string> {
  try {
    const { stdout } = await run(command, args, {
      env: { ...environment, ...env },
      maxBuffer: 100_000_000,
    });
    return stdout;
  } catch (error) {
    throw new Error((error as { stderr?: string }).stderr?.trim() ?? String(error), {
      cause: error,
    });
  }
}

function answer(command: string, args: readonly string[]): string | undefined {
  try {
    return execFileSync(command, args, { stdio: ['ignore', 'pipe', 'ignore'] })
      .toString()
      .trim();
  } catch {
    return undefined;
  }
}

/** `aws-cli/2.9.19 …`, or undefined where it is not installed. */
export const awsVersion = answer('aws', ['--version']);

/** A Python that knows boto3: the ordinary one, or the one that the AWS CLI runs on. */
export const boto3Python = ['python3', ...cliPython()].find(
  (python) => answer(python, ['-c', 'import boto3']) !== undefined,
);

function cliPython(): string[] {
  const path = answer('sh', ['-c', 'command -v aws']);
  if (path === undefined) return [];
  const [first = ''] = readFileSync(realpathSync(path), 'latin1').slice(0, 200).split('\n');
  const found = /^#!\s*(\S*python\S*)/.exec(first)?.[1];
  return found === undefined ? [] : [found];
}
