interface Place {
  readonly account: string;
  readonly region: string;
}

/** One account in one Region, as the server takes it: `111122223333:eu-west-1`. */
export const scopeOf = ({ account, region }: Place): string => `${account}:${region}`;
