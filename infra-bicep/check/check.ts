import { azureTypes } from './azure/types';
import { bicepParser } from './bicep/parse';
import { checkDescriptions } from './described';
import { type Deployment, deploy, type Sources } from './evaluate/deployment';
import type { Finding } from './finding';
import { loadFiles } from './load';
import { checkReferences } from './references';
import { rules } from './rules/rules';

export type Outcome = {
  readonly findings: readonly Finding[];
  /** What could not be checked, or waits for something else. */
  readonly notes: readonly string[];
  /** What was checked, in figures. */
  readonly summary: string;
  readonly deployments: readonly Deployment[];
};

/**
 * Checks the Bicep of a repository without Azure: syntax, references, then the deployment that each parameter file
 * would make, held to Azure's types and to the code.
 */
export async function check(root: string, typesFolder: string): Promise<Outcome> {
  const { files, findings } = loadFiles(root, await bicepParser());
  const types = azureTypes(typesFolder);
  const notes = types
    ? []
    : [`There are no resource types in ${typesFolder} (BICEP_TYPES_DIR): they were not checked.`];
  const summary = `${files.size} files`;
  if (findings.length > 0) return { findings, notes, summary, deployments: [] };
  findings.push(...checkReferences(files), ...checkDescriptions(files));
  const sources: Sources = { root, files, types };
  const parameterFiles = [...files.keys()].filter((file) => file.endsWith('.bicepparam'));
  const deployments = parameterFiles.map((file) => deploy(sources, file, findings));
  for (const rule of rules) {
    const { findings: found } = rule({ root, files, deployments });
    findings.push(...found);
  }
  const resources = deployments
    .flatMap((deployment) => deployment.resources)
    .filter(({ existing }) => !existing);
  return {
    findings: distinct(findings),
    notes,
    summary: `${summary}, ${resources.length} resources of ${deployments.length} parameter files`,
    deployments,
  };
}

/** Each parameter file meets the same mistake again. */
function distinct(findings: readonly Finding[]): Finding[] {
  const byText = new Map(findings.map((found) => [`${found.file}:${found.line}:${found.message}`, found]));
  return [...byText.values()].sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
}
