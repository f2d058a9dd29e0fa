// A conformant provider, npm's oidc-provider, that lets an invented person in without a
// page. PKCE is required; it pushes, and tells us behind the browser's back of log-outs.
import "./older_node.mjs";
import { Provider } from "oidc-provider";

const [port, ours, letterbox] = process.argv.slice(2);
const issuer = `http://127.0.0.1:${port}`;
const provider = new Provider(issuer, {
  clients: [{
    client_id: "laget-client",
    client_secret: "a-secret-that-nobody-would-guess",
    redirect_uris: [`${ours}/login/peer/callback/`],
    post_logout_redirect_uris: [`${ours}/logged-out/`],
    backchannel_logout_uri: letterbox,
    backchannel_logout_session_required: true,
  }],
  pkce: { required: () => true },
  acrValues: ["idporten-loa-substantial", "idporten-loa-high"],
  claims: { openid: ["sub", "pid"], acr: null, amr: null, auth_time: null, sid: null },
  conformIdTokenClaims: false,
  cookies: { keys: ["only for tests"] },
  features: {
    devInteractions: { enabled: false },
    backchannelLogout: { enabled: true },
    pushedAuthorizationRequests: { enabled: true },
    rpInitiatedLogout: {
      enabled: true,
      logoutSource: (ctx, form) => { ctx.body = form; },
      postLogoutSuccessSource: (ctx) => { ctx.body = "out"; },
    },
  },
  fetch: (url, { dispatcher, ...rest }) => fetch(url, rest), // to this very machine too
  findAccount: (ctx, id) => ({
    accountId: id,
    claims: () => ({ sub: id, pid: "01819010001", acr: "idporten-loa-high", amr: ["BankID"] }),
  }),
  interactions: { url: (ctx, interaction) => `/interaction/${interaction.uid}` },
});

provider.use(async (ctx, next) => {
  if (!ctx.path.startsWith("/interaction/")) return next();
  const { prompt, session } = await provider.interactionDetails(ctx.req, ctx.res);
  if (prompt.name === "login") {
    const login = { accountId: "somebody", acr: "idporten-loa-high", amr: ["BankID"] };
    return provider.interactionFinished(ctx.req, ctx.res, { login });
  }
  const grant = new provider.Grant({ accountId: session.accountId, clientId: "laget-client" });
  grant.addOIDCScope("openid");
  const consent = { grantId: await grant.save() };
  return provider.interactionFinished(ctx.req, ctx.res, { consent }, { mergeWithLastSubmission: true });
});

provider.on("server_error", (ctx, error) => console.error(error));
provider.on("backchannel.error", (ctx, error) => console.error("backchannel", error));
provider.listen(Number(port), "127.0.0.1", () => console.log("ready"));
