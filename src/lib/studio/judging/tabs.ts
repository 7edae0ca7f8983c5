/** Pages of an edition’s judging, by the end of their address. */
export const editionTabs: readonly string[] = [
	'',
	'panel',
	'conflicts',
	'prizes',
	'notice',
	'certificates',
	'documents',
	'log',
	'archive'
];

/** Pages of one round; those on stage have one more. */
export const roundTabs = (method: string): readonly string[] => [
	'',
	'plan',
	'assignment',
	'progress',
	...(method === 'stage' ? ['stage'] : []),
	'results',
	'analysis',
	'decision'
];
