import { isNoun } from '../studio/noun';
import {
	isOffice,
	managed,
	mayAudit,
	mayConfigure,
	mayCreate,
	mayImport,
	mayJudge,
	mayKeepBooks,
	mayManagePeople,
	mayOrganize,
	mayReadCorrections,
	mayReceive,
	mayRecommend,
	mayRunEvents,
	maySeeHealth,
	mayStamp,
	mayUpload,
	mayWork,
	scopesOf
} from './may';
import { isStaff } from './who';
import type { Who } from './who';

/** Who may open a group of addresses at all; what they may do to one thing the archive asks again. */
type Rule = (who: Who | null, params: Partial<Record<string, string>>) => boolean;

const anyone: Rule = () => true;
const signedIn: Rule = (who) => who !== null;

/** A manager’s studio holds places, events and articles only. */
const worksOn: Rule = (who, { noun = '' }) =>
	isNoun(noun) &&
	(isOffice(who) || (mayWork(who) && scopesOf(who).length > 0 && managed.includes(noun)));

const makes: Rule = (who, { noun = '' }) => isNoun(noun) && mayCreate(who, noun);

/**
 * Who may open what: the first row whose beginning fits a route decides. A route that none fits is
 * shut for everybody (deny by default, OWASP ASVS 5.0, 8.2.1). Longer beginnings stand first.
 */
export const doors: readonly (readonly [beginning: string, name: RuleName])[] = [
	['/(studio)/studio/[noun=noun]/new', 'makes'],
	['/(studio)/studio/[noun=noun]', 'worksOn'],
	['/(studio)/studio/audit', 'audits'],
	['/(studio)/studio/outbox', 'configures'],
	['/(studio)/studio/settings', 'configures'],
	['/(studio)/studio/menus', 'configures'],
	['/(studio)/studio/people', 'managesPeople'],
	['/(studio)/studio/words', 'configures'],
	['/(studio)/studio/import', 'imports'],
	['/(studio)/studio/health', 'seesHealth'],
	['/(studio)/studio/corrections', 'readsCorrections'],
	['/(studio)/studio/events/[id]/admission', 'runsEvents'],
	['/(studio)/studio/events/[id]/door', 'runsEvents'],
	['/(studio)/studio/contests', 'organizes'],
	['/(studio)/studio/entries', 'organizes'],
	['/(studio)/studio/films', 'organizes'],
	['/(studio)/studio/judging', 'organizes'],
	['/(studio)/studio/recommendations', 'recommends'],
	['/(studio)/studio/stamps/books', 'keepsBooks'],
	['/(studio)/studio/stamps', 'stamps'],
	['/(studio)/studio/visits', 'receives'],
	// Whoever works here may have asked for a place; which requests they see, the archive decides.
	['/(studio)/studio/venues', 'works'],
	// Whoever reviews sees the pictures of what is reviewed.
	['/(studio)/studio/media/[id]/file', 'works'],
	['/(studio)/studio/media', 'uploads'],
	['/(studio)/studio', 'works'],
	['/(jury)/jury', 'judges'],
	['/(account)/account', 'signedIn'],
	['/(account)/', 'anyone'],
	['/(public)', 'anyone'],
	['/[x+2e]well-known', 'anyone'],
	['/api', 'anyone'],
	['/embed', 'anyone'],
	['/events.ics', 'anyone'],
	['/events/[slug].ics', 'anyone'],
	['/feeds', 'anyone'],
	['/files', 'anyone'],
	// Whoever has the key of a gate stands at the door of one date.
	['/gate', 'anyone'],
	['/og', 'anyone'],
	['/preferences', 'anyone'],
	['/robots.txt', 'anyone'],
	// Whoever has the key of its address sees what the hall sees.
	['/screen', 'anyone'],
	['/sitemap.xml', 'anyone'],
	['/sitemap-[part].xml', 'anyone'],
	['/tiles', 'anyone']
];

/** Every rule by its name, as the table above and its test speak of it. */
export const rules = {
	anyone,
	signedIn,
	works: mayWork,
	worksOn,
	makes,
	uploads: mayUpload,
	imports: mayImport,
	readsCorrections: mayReadCorrections,
	seesHealth: maySeeHealth,
	configures: mayConfigure,
	managesPeople: mayManagePeople,
	audits: mayAudit,
	organizes: mayOrganize,
	recommends: mayRecommend,
	receives: mayReceive,
	runsEvents: mayRunEvents,
	judges: mayJudge,
	stamps: mayStamp,
	keepsBooks: mayKeepBooks
} satisfies Record<string, Rule>;
export type RuleName = keyof typeof rules;

/** The name of the rule of a route, null for a route that nobody gave one. */
export function ruleOf(route: string): RuleName | null {
	const door = doors.find(
		([beginning]) =>
			route === beginning || route.startsWith(beginning.endsWith('/') ? beginning : `${beginning}/`)
	);
	return door?.[1] ?? null;
}

/** What happens to somebody at a door. */
export type Entrance =
	| 'in'
	/** Nobody gave this route a rule. */
	| 'shut'
	/** Not signed in. */
	| 'sign-in'
	/** Signed in for the office, second factor still owed. */
	| 'prove'
	/** Signed in and not allowed. */
	| 'refused';

/** Whether somebody may open a route with these parameters, and what to do if not. */
export function entrance(
	who: Who | null,
	route: string,
	params: Partial<Record<string, string>>
): Entrance {
	const name = ruleOf(route);
	if (name === null) return 'shut';
	if ((rules[name] as Rule)(who, params)) return 'in';
	if (who === null) return 'sign-in';
	return isStaff(who) && !who.strong ? 'prove' : 'refused';
}
