import type { Work } from './work';

/** The work of every kind of job, loaded when it is first asked for. */
export const works: Record<string, () => Promise<Work<never, unknown>>> = {
	scan: async () => (await import('../scan/work')).work,
	letter: async () => (await import('../scan/work')).work,
	inspect: async () => (await import('../films/inspect/work')).work,
	fingerprint: async () => (await import('../films/inspect/work')).work,
	compare: async () => (await import('../films/twins/work')).work,
	look: async () => (await import('../films/render/look')).look,
	copies: async () => (await import('../films/render/copies')).copies,
	bare: async () => (await import('../films/render/bare')).bare,
	captions: async () => (await import('../films/render/captions')).captions,
	certificates: async () => (await import('../certificates/press/work')).press,
	simulate: async () => (await import('../judging/analysis-work')).simulate,
	analyse: async () => (await import('../judging/analysis-work')).analysing,
	result: async () => (await import('../judging/analysis-work')).resulting
};
