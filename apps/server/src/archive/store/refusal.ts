/** Why the archive cannot be opened here, in words with what to do. Nothing was changed. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}
