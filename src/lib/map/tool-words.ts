import { useLocale } from '../ui/words';
import { mapTools as en } from '../words/en/map-tools';
import { mapTools as zh } from '../words/zh/map-tools';

/** Words of the map’s own tools, which no page without the living map needs. */
export const useToolWords = (): typeof zh => (useLocale() === 'en' ? en : zh);
