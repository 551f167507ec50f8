import { Client } from '@trailglass/api';
import { connection } from './connection.ts';
import { session } from './session.ts';

/** Watches every answer, so that the session and the connection are judged in one place. */
const watched: typeof fetch = async (input, init) => {
  let response: Response;
  try {
    response = await fetch(input, init);
  } catch (error) {
    if (!init?.signal?.aborted) connection.failed();
    throw error;
  }
  connection.answered();
  if (response.status === 401) session.lost();
  return response;
};

export const client = new Client('', session.headers, watched);

/** The typed client of the server's API; every failure is a ProblemError. */
export const useClient = (): Client => client;
