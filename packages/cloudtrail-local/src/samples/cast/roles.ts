import { arn, idOf } from '../ids.ts';
import { draw } from '../random.ts';
import { homeRegion } from './accounts.ts';
import type { PermissionSet } from './people.ts';

export interface Role {
  readonly account: string;
  readonly name: string;
  /** With both slashes, as IAM writes it. */
  readonly path: string;
  readonly id: string;
  readonly arn: string;
}

export const role = (account: string, name: string, path = '/'): Role => ({
  account,
  name,
  path,
  id: idOf('AROA', account, name),
  arn: arn('iam', '', account, `role${path}${name}`),
});

/** The role that IAM Identity Center made for a permission set in an account. */
export const ssoRole = (account: string, set: PermissionSet): Role =>
  role(
    account,
    `AWSReservedSSO_${set}_${draw('sso', account, set).hex(16)}`,
    `/aws-reserved/sso.amazonaws.com/${homeRegion}/`,
  );

export const serviceLinkedRole = (account: string, service: string, name: string): Role =>
  role(account, `AWSServiceRoleFor${name}`, `/aws-service-role/${service}/`);
