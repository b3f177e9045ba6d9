import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url';

// From this origin, where the worker keeps it; the library would ask a CDN.
prepareZXingModule({ overrides: { locateFile: () => wasm } });

/** Longer sides read no better and take longer. */
const LONGEST_PX = 800;

export type FrameReader = (video: HTMLVideoElement) => Promise<string | undefined>;

/** Reads the QR code in what a video shows now. Loading it takes a moment, so it is done before the first ticket. */
export async function openReader(): Promise<FrameReader> {
  const canvas = document.createElement('canvas');
  const paint = canvas.getContext('2d', { willReadFrequently: true });
  if (paint === null) throw new Error('No canvas.');
  await readBarcodes(new ImageData(16, 16), { formats: ['QRCode'] });
  return async (video) => {
    const { videoWidth, videoHeight } = video;
    if (videoWidth === 0) return undefined;
    const scale = Math.min(1, LONGEST_PX / Math.max(videoWidth, videoHeight));
    canvas.width = Math.round(videoWidth * scale);
    canvas.height = Math.round(videoHeight * scale);
    paint.drawImage(video, 0, 0, canvas.width, canvas.height);
    const frame = paint.getImageData(0, 0, canvas.width, canvas.height);
    const [found] = await readBarcodes(frame, { formats: ['QRCode'], maxNumberOfSymbols: 1 });
    return found?.text;
  };
}
