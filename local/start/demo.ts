export type DemoTarget = { readonly apiUrl: string; readonly adminToken: string };

export async function loadDemo(_target: DemoTarget): Promise<void> {}
