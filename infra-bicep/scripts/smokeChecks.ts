/** One thing that anybody may see of a system that works. Throws, with what was wrong. */
export type SmokeCheck = { readonly name: string; readonly run: (apiUrl: string) => Promise<void> };

const DEADLINE_MS = 20_000;

const get = (url: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(url, { headers, signal: AbortSignal.timeout(DEADLINE_MS) });

async function expectStatus(answer: Response, wanted: number): Promise<void> {
  if (answer.status !== wanted)
    throw new Error(`answered ${answer.status}, not ${wanted}: ${(await answer.text()).slice(0, 300)}`);
}

/** Refusals come as RFC 9457, whether the gateway or a function refuses. */
async function expectProblem(answer: Response, status: number, code: string): Promise<void> {
  await expectStatus(answer, status);
  const type = answer.headers.get('content-type') ?? '';
  if (!type.startsWith('application/problem+json'))
    throw new Error(`refused in ${type}, not as a problem document`);
  const body = (await answer.json()) as { code?: unknown };
  if (body.code !== code) throw new Error(`the problem is ${body.code}, not ${code}`);
}

/** A call of each context, and both ends of the gateway's check of tokens. Reads only: production may be asked too. */
export const smokeChecks: readonly SmokeCheck[] = [
  {
    name: 'operations: every part answers',
    run: async (url) => expectStatus(await get(`${url}/health`), 200),
  },
  {
    name: 'the calls are those of this version',
    run: async (url) => {
      const answer = await get(`${url}/openapi.json`);
      await expectStatus(answer, 200);
      const { paths } = (await answer.json()) as { paths?: Record<string, unknown> };
      if (paths?.['/reservations'] === undefined) throw new Error('the document has no /reservations');
    },
  },
  {
    name: 'musical: the list of musicals',
    run: async (url) => expectStatus(await get(`${url}/musicals`), 200),
  },
  ...['mypage', 'notifications', 'reservations/no-such'].map((route) => ({
    name: `${route.split('/')[0]}: nobody without a token`,
    run: async (url: string) => expectProblem(await get(`${url}/${route}`), 401, 'unauthenticated'),
  })),
  {
    name: 'nobody with a token that was made up',
    run: async (url) =>
      expectProblem(
        await get(`${url}/mypage`, { authorization: 'Bearer e30.e30.e30' }),
        401,
        'unauthenticated',
      ),
  },
  {
    name: 'nobody reads dead letters without being an administrator',
    run: async (url) => expectProblem(await get(`${url}/admin/dead-letters`), 401, 'unauthenticated'),
  },
];

export type SmokeResult = { readonly name: string; readonly problem: string | undefined };

/** Runs every check, also after one that failed. */
export async function smoke(gatewayUrl: string): Promise<SmokeResult[]> {
  const apiUrl = `${gatewayUrl.replace(/\/+$/, '')}/api`;
  const results: SmokeResult[] = [];
  for (const { name, run } of smokeChecks) {
    const problem = await run(apiUrl).then(
      () => undefined,
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    );
    results.push({ name, problem });
  }
  return results;
}
