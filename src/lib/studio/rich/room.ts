import type { RichWords } from './tools';

/** What the opened editor is given. */
export interface RoomProps {
	/** The text in its plain form; one from elsewhere replaces what stands in the editor. */
	value: string;
	label: string;
	language: 'zh' | 'en';
	words: RichWords;
	describedby?: string | undefined;
	invalid: boolean;
	pick?: (() => Promise<{ id: string; alt: string } | null>) | undefined;
	thumb: (asset: string) => string;
	/** The text in its plain form, shortly after it was changed and before its form is sent. */
	onchange: (plain: string) => void;
	onclose: () => void;
}
