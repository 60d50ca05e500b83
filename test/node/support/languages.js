import {ar} from 'article-widgets/locales/ar.js';
import {de} from 'article-widgets/locales/de.js';
import {es} from 'article-widgets/locales/es.js';
import {fr} from 'article-widgets/locales/fr.js';
import {id} from 'article-widgets/locales/id.js';
import {ja} from 'article-widgets/locales/ja.js';
import {ko} from 'article-widgets/locales/ko.js';
import {pt} from 'article-widgets/locales/pt.js';
import {ru} from 'article-widgets/locales/ru.js';
import {th} from 'article-widgets/locales/th.js';
import {zhCN} from 'article-widgets/locales/zh-cn.js';
import {zhTW} from 'article-widgets/locales/zh-tw.js';

/** The languages that are not built in, each of a file of its own. */
export const languages = [ar, de, es, fr, id, ja, ko, pt, ru, th, zhCN, zhTW];
