import { writeFileSync } from 'node:fs';
import { qrOf } from '../../shared/kernel/qr';

const [WIDTH, HEIGHT] = [640, 480];
/** Pixels for a module: a ticket on a phone, held before the camera. */
const MODULE_PX = 8;
const FRAMES = 6;
const [LIGHT, DARK, GREY] = [0xeb, 0x18, 0x80];

/** What the browser is told to take a camera's place. It reads the file when the page opens the camera. */
export const playedCamera = (file: string): readonly string[] => [
  '--use-fake-ui-for-media-stream',
  '--use-fake-device-for-media-stream',
  `--use-file-for-fake-video-capture=${file}`,
];

/** Writes a film in which this ticket is held before the camera. Without a code nothing is. Source: yuv4mpeg(5) */
export function film(file: string, code?: string): void {
  const light = Buffer.alloc(WIDTH * HEIGHT, LIGHT);
  if (code !== undefined) paint(light, code);
  const colour = Buffer.alloc((WIDTH * HEIGHT) / 2, GREY);
  const frame = Buffer.concat([Buffer.from('FRAME\n'), light, colour]);
  const head = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F15:1 Ip A1:1 C420\n`);
  writeFileSync(file, Buffer.concat([head, ...Array.from({ length: FRAMES }, () => frame)]));
}

function paint(light: Buffer, code: string): void {
  const modules = qrOf(code);
  const side = modules.length * MODULE_PX;
  const [left, top] = [Math.floor((WIDTH - side) / 2), Math.floor((HEIGHT - side) / 2)];
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++)
      if (modules[Math.floor(y / MODULE_PX)]?.[Math.floor(x / MODULE_PX)])
        light[(top + y) * WIDTH + left + x] = DARK;
}
