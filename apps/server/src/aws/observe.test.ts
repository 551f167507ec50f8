import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CloudTrailClient, LookupEventsCommand } from '@aws-sdk/client-cloudtrail';
import { expect, test } from 'vitest';
import { observation, observe } from './observe.ts';
import { clientOptions } from './client-options.ts';

const date = 'Mon, 23 Nov 2026 10:00:00 GMT';

test('a call is sent when it was written, and answered when its answer begins, not when it ends', async () => {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      seen.push('arrived');
      response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1', date }).write('{"Ev');
      setTimeout(() => {
        seen.push('ended');
        response.end('ents":[]}');
      }, 100);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const client = new CloudTrailClient({
    ...clientOptions('us-east-1', `http://127.0.0.1:${port}`),
    credentials: { accessKeyId: 'key', secretAccessKey: 'secret' },
  });
  for (const connection of ['a new one', 'the same again']) {
    seen.length = 0;
    const command = new LookupEventsCommand({});
    command.middlewareStack.add(
      observe({ onSent: () => seen.push('sent'), onAnswer: (of) => seen.push(`answered ${of}`) }),
      observation,
    );
    await client.send(command);
    expect(seen, connection).toEqual(['sent', 'arrived', `answered ${date}`, 'ended']);
  }
  client.destroy();
  server.close();
});
