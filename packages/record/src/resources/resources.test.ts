import { expect, test } from 'vitest';
import { records } from '../../test/records.ts';
import { deriveResources, type JsonObject } from '../index.ts';

const told = (record: JsonObject): string[] =>
  deriveResources(record)
    .map((r) => `${r.type} ${r.name}`)
    .sort();

test('a new user is named three ways, as LookupEvents does', () => {
  expect(told(records.createUser)).toEqual([
    'AWS::IAM::User AIDAEXAMPLEUSER000002',
    'AWS::IAM::User arn:aws:iam::111122223333:user/bob',
    'AWS::IAM::User bob',
  ]);
});

test('an assumed role names the session, the role and the new key', () => {
  expect(told(records.assumeRole)).toEqual([
    'AWS::IAM::AccessKey ASIAEXAMPLEKEY000003',
    'AWS::IAM::Role arn:aws:iam::444455556666:role/Deploy',
    'AWS::STS::AssumedRole AROAEXAMPLEROLE000002:ci',
    'AWS::STS::AssumedRole arn:aws:sts::444455556666:assumed-role/Deploy/ci',
    'AWS::STS::AssumedRole ci',
  ]);
});

test('a launch names what it used and made, each once, the security group by name and id', () => {
  expect(told(records.runInstances)).toEqual([
    'AWS::EC2::Ami ami-036f5574583e16426',
    'AWS::EC2::Instance i-0123456789abcdef0',
    'AWS::EC2::NetworkInterface eni-0892be34',
    'AWS::EC2::SecurityGroup Webserver_SG',
    'AWS::EC2::SecurityGroup sg-00ca240f',
    'AWS::EC2::Subnet subnet-d07cb873',
    'AWS::EC2::VPC vpc-0fd1744d',
  ]);
});

test('describing names none, even with ids in the request; sign-ins have none', () => {
  expect(told(records.describeStatus)).toEqual([]);
  expect(told(records.rootSignIn)).toEqual([]);
});

test('what no rule speaks for, the record says itself', () => {
  expect(told(records.byService)).toEqual([
    'AWS::KMS::Key arn:aws:kms:us-east-2:111122223333:key/1234',
  ]);
});
