import { TokenIssuer } from '../support/token-issuer.js';
import type { WholeService } from '../support/whole-service.js';
import { accessibility } from './journeys/accessibility.js';
import { handout } from './journeys/handout.js';
import { interview } from './journeys/interview.js';
import { keyboard } from './journeys/keyboard.js';
import { leaving } from './journeys/leaving.js';
import { list } from './journeys/list.js';
import { planAndCalls } from './journeys/plan-and-calls.js';
import { privacy } from './journeys/privacy.js';
import { readmeScreenshots } from './journeys/readme-screenshots.js';
import { troubles } from './journeys/troubles.js';
import { signIn } from './journeys/sign-in.js';
import { describeWithBrowser, Visits } from './support/browser.js';
import { openDemoService } from './support/demo-service.js';

/** The pages of this service, as the issuer knows them. */
const PAGES_CLIENT = 'pages';

/** One browser and one service for all journeys: opening them costs more than most journeys. */
describeWithBrowser('The console in a browser', (path) => {
  const log: string[] = [];
  let service: WholeService;
  let visits: Visits;
  let issuer: TokenIssuer;
  beforeAll(async () => {
    const opening = async () => {
      issuer = await TokenIssuer.open({ cory: { name: 'Cory Coach', roles: ['coach'] } });
      const oidc = { ...issuer.settings, clientId: PAGES_CLIENT };
      service = await openDemoService({ write: (line) => void log.push(line) }, { oidc });
      await issuer.admitPage(PAGES_CLIENT, service.address);
      return service.address;
    };
    visits = await Visits.open(path, opening());
  });
  afterEach(() => visits.leaveAll());
  afterAll(async () => {
    await visits?.close();
    await service?.close();
    await issuer?.close();
  });

  const open = () => visits;
  interview(open);
  list(open);
  handout(open);
  planAndCalls(open, () => ({ service }));
  signIn(open, () => ({ issuer }));
  keyboard(open);
  leaving(open);
  troubles(open);
  accessibility(open);
  privacy(open, () => ({ service, log }));
  readmeScreenshots(open);
});
