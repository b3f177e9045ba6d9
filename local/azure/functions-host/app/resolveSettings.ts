import type { Settings } from './readSettings';

/** A `%NAME%` whose setting does not exist. */
export class MissingSettingError extends Error {
  override readonly name = 'MissingSettingError';
  constructor(readonly setting: string) {
    super(`'%${setting}%' does not resolve to a value: the setting "${setting}" is missing.`);
  }
}

/**
 * Replaces each `%NAME%` in a text by its setting. Route constraints and cron texts hold no lone `%`.
 *
 * @throws MissingSettingError naming the setting that does not exist.
 */
export function resolveText(text: string, settings: Settings): string {
  return text.replace(/%([^%\s]+)%/g, (_, name: string) => {
    const value = settings[name];
    if (value === undefined || value === '') throw new MissingSettingError(name);
    return value;
  });
}

/** A copy of a binding with every text in it resolved. `connection` names a setting and stays as it is. */
export function resolveBinding<T extends Readonly<Record<string, unknown>>>(
  binding: T,
  settings: Settings,
): T {
  const entries = Object.entries(binding).map(([key, value]) => [
    key,
    typeof value === 'string' ? resolveText(value, settings) : value,
  ]);
  return Object.fromEntries(entries) as T;
}
