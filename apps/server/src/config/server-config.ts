import type { Region } from '@trailglass/record';
import type { KeepReading } from './types.ts';
import type { AwsConfig } from './types.ts';

/** Sample events from an endpoint that is started beside the server; its address and accounts are known only then. */
export interface DemoSource {
  readonly mode: 'demo';
  readonly regions?: readonly Region[];
}

/** Everything that is decided before anything is started. Frozen; holds no secret. */
export interface ServerConfig {
  readonly source: DemoSource | (AwsConfig & { readonly mode: 'endpoint' | 'aws' });
  readonly listen: {
    /** An IP address. */
    readonly bind: string;
    /** 0: a free one. */
    readonly port: number;
    /** Other machines can reach the address. */
    readonly remote: boolean;
    readonly publicOrigins: readonly string[];
  };
  /** As it was given: a folder, or `:memory:`. */
  readonly dataDir?: string;
  /** Where nobody has chosen by hand. */
  readonly keepReading: KeepReading;
  /** Days after which kept events are deleted by themselves; absent: never. */
  readonly keepDays?: number;
  /** Off where only this machine can ask and the events are no secret of AWS. */
  readonly signIn: boolean;
}

export type ConfigResult =
  | { readonly config: ServerConfig; readonly problems?: undefined }
  /** One line each, naming the setting: `--port: …`. */
  | { readonly problems: readonly string[]; readonly config?: undefined };
