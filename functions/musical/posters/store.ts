import { DefaultAzureCredential } from '@azure/identity';
import { z } from 'zod';
import { StoreUnavailable } from '../../../shared/cosmos/cosmos';
import { MissingSetting } from '../../../shared/kernel/config';
import { reasonOf } from '../../../shared/telemetry/log';
import { type Poster, posterTypeOf } from './poster';

/** The host's own storage account. Locally a connection string, and in Azure an address for the app's own identity. */
export const posterSettings = z.object({
  AzureWebJobsStorage: z.string().min(1).optional(),
  AzureWebJobsStorage__blobServiceUri: z.url().optional(),
});

const CONTAINER = 'posters';
const TIMEOUT_MS = 10_000;

/** Posters in Blob Storage, one blob each. None is ever changed, and those of before stay for pages that still show them. */
export function posterStore(settings: z.infer<typeof posterSettings>) {
  let container: ReturnType<typeof openContainer> | undefined;
  const opened = () => {
    container ??= openContainer(settings);
    container.catch(() => (container = undefined));
    return container;
  };
  const abortSignal = () => AbortSignal.timeout(TIMEOUT_MS);
  return {
    /** Throws StoreUnavailable. */
    put: (name: string, { type, bytes }: Poster): Promise<void> =>
      orUnavailable(async () => {
        const blob = (await opened()).getBlockBlobClient(name);
        const blobHTTPHeaders = { blobContentType: type };
        await blob.upload(bytes, bytes.length, { blobHTTPHeaders, abortSignal: abortSignal() });
      }),

    /** Throws StoreUnavailable. */
    get: (name: string): Promise<Poster | undefined> =>
      orUnavailable(async () => {
        const blob = (await opened()).getBlockBlobClient(name);
        if (!(await blob.exists({ abortSignal: abortSignal() }))) return undefined;
        const bytes = await blob.downloadToBuffer(0, undefined, { abortSignal: abortSignal() });
        const type = posterTypeOf(bytes);
        return type && { type, bytes };
      }),
  };
}
export type PosterStore = ReturnType<typeof posterStore>;

/** What goes wrong here is the storage's, for what is no picture is refused before. */
async function orUnavailable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new StoreUnavailable(`Blob Storage: ${reasonOf(error)}`);
  }
}

/** The client is loaded when the first poster is asked for: a host that starts has no need of it. */
async function openContainer(settings: z.infer<typeof posterSettings>) {
  const { BlobServiceClient } = await import('@azure/storage-blob');
  const { AzureWebJobsStorage: local, AzureWebJobsStorage__blobServiceUri: uri } = settings;
  if (local === undefined && uri === undefined)
    throw new MissingSetting('AzureWebJobsStorage__blobServiceUri is missing.');
  const service = local
    ? BlobServiceClient.fromConnectionString(local)
    : new BlobServiceClient(uri ?? '', new DefaultAzureCredential());
  const container = service.getContainerClient(CONTAINER);
  await container.createIfNotExists({ abortSignal: AbortSignal.timeout(TIMEOUT_MS) });
  return container;
}
