import { production, security, staging } from './accounts.ts';

export type PermissionSet =
  | 'AdministratorAccess'
  | 'PowerUserAccess'
  | 'ReadOnlyAccess'
  | 'SecurityAudit'
  | 'DataAnalyst'
  | 'Billing';

/** What somebody does when they open the console or a terminal; the rounds are told in `stories/rounds`. */
export type Habit = 'operate' | 'develop' | 'audit' | 'analyse' | 'account' | 'support';

export interface Person {
  /** The session name of their roles. */
  readonly email: string;
  /** Hours east of UTC, without summer time. */
  readonly zone: number;
  readonly habit: Habit;
  readonly addresses: readonly string[];
  readonly browser: 'chrome-mac' | 'chrome-windows' | 'firefox' | 'safari' | 'edge';
  readonly terminal: 'mac' | 'linux' | 'windows';
  /** account → permission set */
  readonly access: readonly (readonly [account: string, set: PermissionSet])[];
  /** Sign-ins on an ordinary working day. */
  readonly perDay: number;
}

const lisbon = '203.0.113.10';
const stockholm = '203.0.113.42';
const vpn = '198.51.100.14';
const at = (name: string): string => `${name}@larkhill.example`;

export const people: readonly Person[] = [
  {
    email: at('maya.lindqvist'),
    zone: 1,
    habit: 'operate',
    addresses: [stockholm, '2001:db8:4a1:10::2f'],
    browser: 'chrome-mac',
    terminal: 'mac',
    access: [
      [production, 'AdministratorAccess'],
      [staging, 'AdministratorAccess'],
    ],
    perDay: 1,
  },
  {
    email: at('tomas.ferreira'),
    zone: 0,
    habit: 'operate',
    addresses: [lisbon, '198.51.100.201'],
    browser: 'firefox',
    terminal: 'linux',
    access: [
      [production, 'AdministratorAccess'],
      [staging, 'AdministratorAccess'],
      [security, 'ReadOnlyAccess'],
    ],
    perDay: 1,
  },
  {
    email: at('sam.whitlock'),
    zone: -6,
    habit: 'operate',
    addresses: ['198.51.100.77', '2001:db8:77:a::51'],
    browser: 'chrome-mac',
    terminal: 'mac',
    access: [
      [production, 'AdministratorAccess'],
      [staging, 'PowerUserAccess'],
    ],
    perDay: 0.9,
  },
  {
    email: at('priya.raman'),
    zone: 5.5,
    habit: 'develop',
    addresses: ['203.0.113.131', vpn],
    browser: 'chrome-windows',
    terminal: 'windows',
    access: [
      [staging, 'PowerUserAccess'],
      [staging, 'PowerUserAccess'],
      [production, 'ReadOnlyAccess'],
    ],
    perDay: 0.9,
  },
  {
    email: at('daniel.okafor'),
    zone: 0,
    habit: 'develop',
    addresses: [lisbon, vpn],
    browser: 'chrome-mac',
    terminal: 'mac',
    access: [
      [staging, 'PowerUserAccess'],
      [production, 'ReadOnlyAccess'],
    ],
    perDay: 0.9,
  },
  {
    email: at('yuki.tanabe'),
    zone: 9,
    habit: 'develop',
    addresses: ['203.0.113.188'],
    browser: 'safari',
    terminal: 'mac',
    access: [
      [staging, 'PowerUserAccess'],
      [production, 'ReadOnlyAccess'],
    ],
    perDay: 0.8,
  },
  {
    email: at('grace.nakamura'),
    zone: -8,
    habit: 'develop',
    addresses: ['198.51.100.162', '2001:db8:1c0:f::a4'],
    browser: 'edge',
    terminal: 'windows',
    access: [
      [staging, 'PowerUserAccess'],
      [production, 'PowerUserAccess'],
    ],
    perDay: 0.9,
  },
  {
    email: at('elena.marchetti'),
    zone: 1,
    habit: 'analyse',
    addresses: ['203.0.113.77'],
    browser: 'chrome-windows',
    terminal: 'windows',
    access: [[production, 'DataAnalyst']],
    perDay: 0.9,
  },
  {
    email: at('omar.haddad'),
    zone: 1,
    habit: 'audit',
    addresses: [stockholm, vpn],
    browser: 'firefox',
    terminal: 'linux',
    access: [
      [security, 'AdministratorAccess'],
      [production, 'SecurityAudit'],
      [staging, 'SecurityAudit'],
    ],
    perDay: 1,
  },
  {
    email: at('ingrid.solberg'),
    zone: 1,
    habit: 'audit',
    addresses: ['203.0.113.64'],
    browser: 'chrome-mac',
    terminal: 'mac',
    access: [
      [security, 'PowerUserAccess'],
      [production, 'SecurityAudit'],
    ],
    perDay: 0.8,
  },
  {
    email: at('lucas.meyer'),
    zone: 1,
    habit: 'account',
    addresses: ['203.0.113.52'],
    browser: 'edge',
    terminal: 'windows',
    access: [[production, 'Billing']],
    perDay: 0.35,
  },
  {
    email: at('hannah.cole'),
    zone: 10,
    habit: 'support',
    addresses: ['198.51.100.118'],
    browser: 'chrome-windows',
    terminal: 'windows',
    access: [[production, 'ReadOnlyAccess']],
    perDay: 0.8,
  },
];

export function personNamed(name: string): Person {
  const found = people.find((person) => person.email.startsWith(`${name}@`));
  if (!found) throw new RangeError(`No ${name} in the cast.`);
  return found;
}
