/** A 200 that is not what the call answers. Taken for an empty answer it would hide events. */
export class InvalidAnswer extends Error {
  override readonly name = 'InvalidAnswer';
}
