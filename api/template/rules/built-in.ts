/** The templates every tenant begins with, all versions that were ever published. Holds no texts itself. */
import type { Template } from '../contract.ts';
import { developmentTalk2 } from './published/development-talk-2.ts';
import { developmentTalk } from './published/development-talk.ts';
import { unplannedTalk } from './published/unplanned-talk.ts';

/** Of each template the newest version first. */
export const builtInTemplates: readonly Template[] = [developmentTalk2, developmentTalk];

/** The newest version of each template: what new cycles are made from. */
export const newestBuiltIn: readonly Template[] = builtInTemplates.filter(
  ({ templateId, version }) => version === findBuiltIn(templateId)?.version,
);

/** The template version with this id (without one: the newest), or undefined. Published versions never change, so a talk only keeps id and version. */
export function findBuiltIn(templateId: string, version?: number): Template | undefined {
  return [...builtInTemplates, unplannedTalk].find(
    (template) => template.templateId === templateId && (version === undefined || template.version === version),
  );
}
