import type { RefObject } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Camera, OnCode } from '../scanner/camera';
import { type CameraTrouble, troubleOf } from '../scanner/trouble';

export type CameraState =
  | { readonly kind: 'opening' }
  | { readonly kind: 'open'; readonly light: Camera['light'] }
  | { readonly kind: CameraTrouble };

/** A camera that looks as long as the component is there. `open` begins again after a trouble. */
export function useCamera(
  video: RefObject<HTMLVideoElement>,
  onCode: OnCode,
): { readonly camera: CameraState; readonly open: () => void } {
  const [camera, setCamera] = useState<CameraState>({ kind: 'opening' });
  const [tries, setTries] = useState(0);
  const seen = useRef(onCode);
  seen.current = onCode;
  const open = useCallback(() => setTries((before) => before + 1), []);
  useEffect(() => {
    if (video.current === null) return;
    return lookThrough(video.current, (...code) => seen.current(...code), setCamera);
  }, [video, tries]);
  // A phone takes the camera away while the page is hidden.
  useEffect(() => {
    const look = () => document.visibilityState === 'visible' && camera.kind === 'failed' && open();
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [camera.kind, open]);
  return { camera, open };
}

/** Looks until the function that it returns is called. */
function lookThrough(
  video: HTMLVideoElement,
  onCode: OnCode,
  tell: (state: CameraState) => void,
): () => void {
  let isOver = false;
  let opened: Camera | undefined;
  const say = (state: CameraState) => isOver || tell(state);
  const begin = async () => {
    const { openCamera } = await import('../scanner/camera');
    const camera = await openCamera(video, onCode, () => say({ kind: 'failed' }));
    if (isOver) return camera.stop();
    opened = camera;
    tell({ kind: 'open', light: camera.light });
  };
  tell({ kind: 'opening' });
  begin().catch((error) => say({ kind: troubleOf(error) }));
  return () => {
    isOver = true;
    opened?.stop();
  };
}
