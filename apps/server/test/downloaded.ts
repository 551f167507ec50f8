import type { Download } from '@trailglass/api';
import type { DownloadRequest } from '../src/export/download.ts';
import type { Service } from '../src/service.types.ts';
import { never, request } from './searches.ts';

export const ask = (more: Partial<DownloadRequest> = {}): DownloadRequest => {
  const { limit: _, ...rest } = request();
  return { ...rest, format: 'json', ...more };
};

/** A download from its beginning to its end. */
export async function downloaded(
  service: Service,
  asked: DownloadRequest,
): Promise<{ bytes: Buffer; end: Download; fileName: string }> {
  const { id, ticket } = service.downloads.create(asked);
  const file = service.downloads.fetch(ticket);
  const chunks: Uint8Array[] = [];
  for await (const chunk of file.bytes(never)) chunks.push(chunk);
  return {
    bytes: Buffer.concat(chunks),
    end: service.downloads.shown(id),
    fileName: file.fileName,
  };
}
