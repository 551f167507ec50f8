/**
 * An error in AWS's words. `code` is the name that AWS's JSON services give it; status is theirs as well.
 * Clients tell errors apart by the code, so codes are never invented here.
 */
export class AwsError extends Error {
  readonly code: string;
  readonly status: number;

  constructor(code: string, message: string, status = 400) {
    super(message);
    this.name = code;
    this.code = code;
    this.status = status;
  }
}
