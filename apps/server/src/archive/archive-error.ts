/** The archive cannot answer; the search goes on without it. The message is for people. */
export class ArchiveError extends Error {
  override readonly name = 'ArchiveError';
}
