import { openReader } from './reader';

export type Camera = {
  readonly stop: () => void;
  /** Undefined where there is no lamp. */
  readonly light: ((isOn: boolean) => Promise<void>) | undefined;
};

/** A code, and when the frame with it was taken. */
export type OnCode = (code: string, seenAtMs: number) => void;

/** Between two looks, and as long as one takes: the phone stays cool, and has time for what it found. */
const PAUSE_MS = 60;
const LONGEST_PAUSE_MS = 1_000;

/** Looks through the phone's back camera until it is stopped. Throws what `troubleOf` names. */
export async function openCamera(
  video: HTMLVideoElement,
  onCode: OnCode,
  onEnd: () => void,
): Promise<Camera> {
  const [stream, read] = await Promise.all([
    navigator.mediaDevices.getUserMedia({
      audio: false,
      video: { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 720 } },
    }),
    openReader(),
  ]);
  const [track] = stream.getVideoTracks();
  // A phone call takes the camera away.
  track?.addEventListener('ended', onEnd);
  video.srcObject = stream;
  await video.play();
  let isOver = false;
  const look = async () => {
    if (isOver) return;
    const seenAtMs = performance.now();
    const code = await read(video).catch(() => undefined);
    if (isOver) return;
    if (code !== undefined) onCode(code, seenAtMs);
    const tookMs = performance.now() - seenAtMs;
    setTimeout(look, Math.min(Math.max(PAUSE_MS, tookMs), LONGEST_PAUSE_MS));
  };
  void look();
  return {
    light: track && lightOf(track),
    stop: () => {
      isOver = true;
      for (const each of stream.getTracks()) each.stop();
    },
  };
}

/** Not every browser knows of lamps, and the compiler's types do not either. */
function lightOf(track: MediaStreamTrack): Camera['light'] {
  const can = track.getCapabilities?.() as { torch?: boolean } | undefined;
  if (can?.torch !== true) return undefined;
  return (isOn) => track.applyConstraints({ advanced: [{ torch: isOn } as MediaTrackConstraintSet] });
}
