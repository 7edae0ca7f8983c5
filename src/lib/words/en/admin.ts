import type { admin as zh } from '../zh/admin';

export const admin: typeof zh = {
	usage: `npm run admin -- create EMAIL --role ROLE [--name NAME] [--town SLUG | --place ID | --organization SLUG] [--en]
                                          makes an account, prints a one-time invitation (7 days)
npm run admin -- reset EMAIL              prints a one-time link for a new password (10 minutes)
npm run admin -- forget-factors EMAIL     drops the second factor; it is set up anew at sign-in
npm run admin -- disable EMAIL            shuts an account; every session ends at once
npm run admin -- enable EMAIL             opens it again
npm run admin -- list                     lists all accounts
Roles: operator editor approver organizer juror manager contestant citizen`,
	wrong: (name, problem, example) => `Setting ${name} ${problem}, e.g. ${example}`,
	done: 'Done.',
	link: (address) => `Hand this link to the person; it works once:\n${address}`,
	refusal: (field, reason) => {
		const sentences: Record<string, string> = {
			email: 'This is not an e-mail address.',
			unknown: 'Nobody has this e-mail address.',
			scope: 'A site manager needs a town, a place or an organization; other roles have none.',
			'last-operator': 'This is the last operator and cannot be shut out.',
			'too-long': 'The name is too long: at most 60 characters.'
		};
		return sentences[reason] ?? `${field}: ${reason}`;
	}
};
