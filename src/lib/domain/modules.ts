/** Parts of the portal an office may switch off; their addresses then answer 404. */
export const modules = [
	'trails',
	'articles',
	'documents',
	'events',
	'contests',
	'visits',
	'stamps'
] as const;
export type Module = (typeof modules)[number];

/** Which modules are on; absent means on. */
export type Switches = Partial<Record<Module, boolean>>;

const beginnings: Record<Module, readonly string[]> = {
	trails: ['/trails'],
	articles: ['/articles', '/feeds/news.atom'],
	documents: ['/documents'],
	events: ['/events', '/series', '/feeds/events.atom', '/events.ics'],
	contests: ['/contests', '/(jury)'],
	visits: ['/visits', '/visit'],
	stamps: ['/stamp', '/passport']
};

/** The module a route or a public address belongs to, null when it can not be switched off. */
export function moduleOf(route: string): Module | null {
	// The form of a place for groups lies below the place.
	const own = route.replace('/(public)', '').replace(/^\/places\/[^/]+(?=\/visit)/, '');
	return (
		modules.find((module) =>
			beginnings[module].some((beginning) => own === beginning || own.startsWith(`${beginning}/`))
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
	const module = moduleOf(path);
	return module === null || isOn(switches, module);
};
