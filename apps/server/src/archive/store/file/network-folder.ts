import { statfsSync } from 'node:fs';

/** Linux names a file system by a number (statfs(2)); elsewhere the numbers say nothing that lasts. */
const overNetwork: ReadonlyMap<number, string> = new Map([
  [0x6969, 'NFS'],
  [0x517b, 'SMB'],
  [0xff534d42, 'SMB'],
  [0xfe534d42, 'SMB'],
  [0x65735546, 'FUSE'],
  [0x01021997, '9P'],
  [0x5346414f, 'AFS'],
  [0x00c36400, 'Ceph'],
  [0x47504653, 'GPFS'],
  [0x0bd00bd0, 'Lustre'],
]);

/** What a folder's file system is, if others may have it too or it may be gone for a while. */
export function networkKind(
  folder: string,
  type: number,
  platform: NodeJS.Platform = process.platform,
): string | undefined {
  if (platform === 'win32') return /^[\\/]{2}(?![.?])/.test(folder) ? 'SMB' : undefined;
  // Some of the numbers do not fit into a signed word.
  return platform === 'linux' ? overNetwork.get(type >>> 0) : undefined;
}

/** Words about a folder where locks and what was written cannot be relied upon. */
export function networkNotice(folder: string): string | undefined {
  const kind = networkKind(folder, statfsSync(folder).type);
  if (kind === undefined) return undefined;
  return `The folder for events, ${folder}, is on a network or user-space file system (${kind}): locks and completed writes may not be what they seem there, and events may have to be read again. Choose a folder of this machine with --data-dir.`;
}
