import { useRef, useState } from 'preact/hooks';
import { useDoorTexts } from '../app/texts';
import type { OnCode } from '../scanner/camera';
import { type CameraState, useCamera } from './useCamera';
import css from './Viewfinder.module.css';

/** What the camera sees, with its lamp. Without a camera it says what else to do. */
export function Viewfinder({ onCode }: { readonly onCode: OnCode }) {
  const t = useDoorTexts().camera;
  const video = useRef<HTMLVideoElement>(null);
  const { camera, open } = useCamera(video, onCode);
  return (
    <div class={css.finder} data-camera={camera.kind}>
      <video ref={video} muted playsInline aria-label={t.label} />
      {camera.kind === 'open' && <Frame camera={camera} />}
      {camera.kind === 'opening' && <p class={css.words}>{t.opening}</p>}
      {camera.kind !== 'open' && camera.kind !== 'opening' && (
        <div class={css.words}>
          <p>{t[camera.kind]}</p>
          <button type="button" class="button" onClick={open}>
            {t.retry}
          </button>
        </div>
      )}
    </div>
  );
}

function Frame({ camera: { light } }: { readonly camera: Extract<CameraState, { kind: 'open' }> }) {
  const t = useDoorTexts().camera;
  const [isOn, setOn] = useState(false);
  const turn = () => light?.(!isOn).then(() => setOn(!isOn));
  return (
    <>
      <span class={css.frame} aria-hidden="true" />
      <p class={css.aim}>{t.aim}</p>
      {light !== undefined && (
        <button type="button" class={`button ${css.light}`} aria-pressed={isOn} onClick={turn}>
          {t.light}
        </button>
      )}
    </>
  );
}
