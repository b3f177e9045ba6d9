import { z } from 'zod';
import type { Language } from '../http/page';

/** Somebody who can sign in, as the tokens name them. */
export const person = z.object({
  sub: z.string(),
  name: z.string(),
  email: z.string(),
  email_verified: z.boolean(),
  locale: z.enum(['ko', 'en']),
  roles: z.array(z.string()).readonly(),
});
export type Person = z.infer<typeof person>;

const preset = (sub: string, name: string, locale: Language, roles: readonly string[] = []): Person => ({
  sub,
  name,
  email: `${sub}@marquee.example`,
  email_verified: true,
  locale,
  roles,
});

/** Those whom the page offers. `house` is the admin who puts the demo season on sale. */
export const PRESETS = {
  mina: preset('mina', '김미나 · Mina Kim', 'ko'),
  jamie: preset('jamie', 'Jamie Park', 'en'),
  'box-office': preset('box-office', '박매표 · Box office', 'ko', ['box-office']),
  door: preset('door', '이입구 · Door', 'ko', ['door']),
  admin: preset('house', '하우스 매니저 · House manager', 'ko', ['admin']),
} as const satisfies Record<string, Person>;

/** The half of a name that is written in the page's language, Korean first; a name without halves is whole. */
export function nameIn(language: Language, name: string): string {
  const [korean = name, english = korean] = name.split(' · ');
  return language === 'ko' ? korean : english;
}

export type Preset = keyof typeof PRESETS;
