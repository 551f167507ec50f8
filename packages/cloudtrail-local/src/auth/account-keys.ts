import type { AccountSettings } from '../accounts.ts';
import { KeyRing } from './key-ring.ts';
import { userPrincipal } from './principal.ts';

/** One access key for each account, and `local` with secret `local` for the first. */
export function accountKeys(accounts: readonly AccountSettings[]): KeyRing {
  const keys = new KeyRing();
  const add = (account: AccountSettings, accessKeyId: string, secretAccessKey: string) => {
    const arn = account.user ?? `arn:aws:iam::${account.id}:user/${account.name}`;
    const principal = userPrincipal(account.id, arn);
    keys.add({ accessKeyId, secretAccessKey, principal, expired: account.expired });
  };
  const [first] = accounts;
  if (first) add(first, 'local', 'local');
  for (const account of accounts) add(account, account.accessKeyId, account.secretAccessKey);
  return keys;
}
