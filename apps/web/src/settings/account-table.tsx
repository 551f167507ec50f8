import Header from '@cloudscape-design/components/header';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import type { Account } from '@trailglass/api';
import { isAccountId } from '@trailglass/record';
import { shortly } from '../ui/problem/shortly.ts';
import { Copyable } from './copyable.tsx';

const state = ({ problem }: Account) =>
  problem ? (
    <span title={problem.title}>
      <StatusIndicator type="warning">{shortly(problem)}</StatusIndicator>
    </span>
  ) : (
    <StatusIndicator>Working</StatusIndicator>
  );
const accountId = ({ id }: Account) =>
  isAccountId(id) ? <Copyable text={id} what="account ID" /> : '–';
const caller = (account: Account) =>
  account.caller ? <Copyable text={account.caller} what="caller ARN" /> : '–';

const columns: readonly TableProps.ColumnDefinition<Account>[] = [
  {
    id: 'name',
    header: 'Name',
    cell: (account) => account.name,
    isRowHeader: true,
    width: 130,
    minWidth: 110,
  },
  // Second, so that a telephone shows it without scrolling.
  { id: 'state', header: 'State', cell: state, width: 160, minWidth: 150 },
  { id: 'id', header: 'Account ID', cell: accountId, width: 175, minWidth: 165 },
  { id: 'caller', header: 'Calls AWS as', cell: caller, minWidth: 280 },
];

export function AccountTable({ accounts }: { readonly accounts: readonly Account[] }) {
  return (
    <Table
      items={accounts}
      trackBy="id"
      wrapLines
      columnDefinitions={columns}
      header={
        <Header variant="h2" counter={`(${accounts.length})`}>
          Accounts read here
        </Header>
      }
      empty="This server reads no account."
    />
  );
}
