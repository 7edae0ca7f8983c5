/** Parts of the portal an office may switch off; their addresses then answer 404. */
export const modules = ['trails', 'articles', 'documents', 'events', 'contests'] as const;
export type Module = (typeof modules)[number];

/** Which modules are on; absent means on. */
export type Switches = Partial<Record<Module, boolean>>;

const beginnings: Record<Module, readonly string[]> = {
	trails: ['/(public)/trails'],
	articles: ['/(public)/articles', '/feeds/news.atom'],
	documents: ['/(public)/documents'],
	events: ['/(public)/events', '/(public)/series', '/feeds/events.atom', '/events.ics', '/events'],
	contests: ['/(public)/contests', '/(jury)']
};

/** The module a route belongs to, null when it can not be switched off. */
export function moduleOf(route: string): Module | null {
	return (
		modules.find((module) =>
			beginnings[module].some(
				(beginning) => route === beginning || route.startsWith(`${beginning}/`)
			)
		) ?? null
	);
}

/** Whether a module is on. */
export const isOn = (switches: Switches, module: Module): boolean => switches[module] !== false;

/** The module that what a search finds belongs to. */
const found = {
	trail: 'trails',
	article: 'articles',
	event: 'events',
	series: 'events',
	document: 'documents'
} as const;

/** The kinds of things a search may find, without those of parts that are switched off. */
export const findable = <Subject extends string>(
	switches: Switches,
	subjects: readonly Subject[]
): Subject[] =>
	subjects.filter((subject) => {
		const module = (found as Partial<Record<string, Module>>)[subject];
		return !module || isOn(switches, module);
	});

/** Whether a link of a menu leads into a module that is on, or to no module at all. */
export const leadsOn = (switches: Switches, path: string): boolean => {
	const module = moduleOf(`/(public)${path}`);
	return module === null || isOn(switches, module);
};
