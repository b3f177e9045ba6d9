export type CameraTrouble = 'denied' | 'none' | 'failed';

/** Why there is no camera, by what the browser threw. */
export function troubleOf(error: unknown): CameraTrouble {
  const name = error instanceof Error ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied';
  return name === 'NotFoundError' || navigator.mediaDevices === undefined ? 'none' : 'failed';
}
