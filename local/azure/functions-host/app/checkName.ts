/**
 * Refuses a name that Azure does not take.
 *
 * Source: azure-functions-host, Utility.IsValidFunctionName.
 * @throws Error naming what a name may be made of.
 */
export function checkName(name: string): void {
  if (/^[a-z][\w-]{0,127}$/i.test(name) && name.toLowerCase() !== 'host') return;
  throw new Error(
    `"${name}" is not a valid function name. It begins with a letter and has letters, digits, "_" and "-", at most 128 ` +
      'in all; "host" is taken.',
  );
}
