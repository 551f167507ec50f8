import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Local, startLocal } from '../src/index.ts';
import { boto3Python, output } from './foreign-tools.ts';
import { record, today } from './records.ts';

const script = `
import json, sys, boto3
from botocore.config import Config
from botocore.exceptions import ClientError
url = sys.argv[1]
def client(name, **more):
    return boto3.client(name, endpoint_url=url, config=Config(retries={'max_attempts': 0}), **more)
def every(trail, **asked):
    pages = trail.get_paginator('lookup_events').paginate(**asked)
    return [event for page in pages for event in page['Events']]
def refusal(call):
    try: call()
    except ClientError as error: return error.response['Error']['Code']
trail, sts = client('cloudtrail'), client('sts')
given = sts.assume_role(RoleArn='arn:aws:iam::111122223333:role/Reader', RoleSessionName='boto')['Credentials']
session = dict(aws_access_key_id=given['AccessKeyId'], aws_secret_access_key=given['SecretAccessKey'], aws_session_token=given['SessionToken'])
print(json.dumps({
    'all': [event['EventId'] for event in every(trail, PaginationConfig={'PageSize': 7})],
    'alice': [event['EventId'] for event in every(trail, LookupAttributes=[{'AttributeKey': 'Username', 'AttributeValue': 'alice'}])],
    'time': every(trail)[0]['EventTime'].timestamp(),
    'token': refusal(lambda: trail.lookup_events(NextToken='x')),
    'secret': refusal(lambda: client('cloudtrail', aws_access_key_id='local', aws_secret_access_key='no').lookup_events()),
    'session': client('sts', **session).get_caller_identity()['Arn'],
    'seen': len(every(client('cloudtrail', **session))),
}))
`;

let local: Local;
const records = Array.from({ length: 60 }, (_, n) => {
  const eventTime = new Date(today - n * 1000).toISOString();
  return record({
    eventTime,
    userIdentity: { type: 'IAMUser', userName: n % 2 ? 'alice' : 'bob' },
  });
});
beforeAll(async () => {
  local = await startLocal({ now: today, ratePerSecond: 0 });
  local.add(records);
});
afterAll(() => local[Symbol.asyncDispose]());

const title = boto3Python === undefined ? 'boto3 (not here; pip install boto3)' : 'boto3';
describe.skipIf(boto3Python === undefined)(title, { timeout: 60_000 }, () => {
  test('lists, filters, fails and assumes a role as with AWS', async () => {
    const answer = await output(boto3Python ?? '', ['-c', script, local.url]);
    const ids = records.map((made) => made['eventID']);
    expect(JSON.parse(answer)).toEqual({
      all: ids,
      alice: ids.filter((_, n) => n % 2 === 1),
      time: today / 1000,
      token: 'InvalidNextTokenException',
      secret: 'InvalidSignatureException',
      session: 'arn:aws:sts::111122223333:assumed-role/Reader/boto',
      seen: 60,
    });
  });
});
