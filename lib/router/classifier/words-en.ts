import type { WordClass } from "./word-class";

/** English words (any of their simple forms) and phrases of each class, separated by commas. */
export const WORDS_EN: Readonly<Record<WordClass, string>> = {
  prove:
    "prove, proof, disprove, derive, derivation, lemma, corollary, counterexample, counter-example, contradiction, induction, qed, show that, prove that, show why, demonstrate that, verify that, justify, if and only if, necessary and sufficient, undecidable",
  compute:
    "calculate, compute, solve, evaluate, simplify, factor, factorise, factorize, integrate, differentiate, expand, estimate, determine, find the, find all, find x, work out, figure out, add up, convert, round, count, multiply, divide, subtract, maximise, maximize, minimise, minimize, optimise, optimize, solution, answer, forecast, derive",
  amount:
    "how many, how much, how long, how far, how fast, how old, how tall, how often, how big, how high, how heavy, total, altogether, in total, remaining, left over, average, per, each, every, twice, half, double, triple, third, quarter, percent, percentage, ratio, fraction, times as, more than, less than, fewer, difference, sum, remainder, combined, what is the probability, what's the chance, chance",
  mathNoun:
    "equation, inequality, integer, polynomial, matrix, vector, triangle, circle, rectangle, square, cube, angle, radius, diameter, perimeter, area, volume, derivative, integral, limit, theorem, probability, variance, eigenvalue, prime, divisor, multiple, factorial, permutation, combination, function, domain, slope, sequence, series, logarithm, exponent, coefficient, root, quadratic, linear, digit, decimal, binary, mean, median, standard deviation, confidence interval, graph, vertex, hypotenuse, parallel, perpendicular, tangent, sine, cosine, modulo, arithmetic, geometric, algebra, geometry, calculus, dice, die, coin, card, deck, marble, arrange, distinct, real number, natural number, expected value, p-value, inverse, convergent, diverge, converge, continuous, differentiable, basis, subspace, isomorphic, group, ring, field, finite",
  codeVerb:
    "implement, code, program, refactor, compile, deploy, parse, serialise, serialize, instantiate, iterate, sort, traverse, hash, encode, decode, fetch, debounce, unit test, test case, port, scrape, query, index, script, commit, merge, rebase, rename, loop, print, input, output, return",
  codeNoun:
    "function, method, class, script, algorithm, code, snippet, program, api, endpoint, database, schema, table, query, array, list, string, stack, queue, linked list, tree, hash map, dictionary, json, xml, yaml, csv, regex, regular expression, loop, recursion, pointer, thread, server, client, backend, frontend, component, hook, module, package, library, framework, compiler, formula, macro, cron, webhook, cache, container, pipeline, repository, branch, variable, object, interface, time complexity, space complexity, big o, o(n, command line, one-liner, terminal, website, web page, webpage, app, bot, plugin, extension, parser, crawler, scraper, unit tests, docstring, leetcode, test cases, data structure, spreadsheet, cli",
  codeName:
    "python, javascript, typescript, java, c++, c#, golang, rust, ruby, php, swift, kotlin, scala, haskell, perl, lua, matlab, sql, mysql, postgres, postgresql, sqlite, mongodb, redis, bash, shell, powershell, linux, docker, kubernetes, terraform, git, github, react, vue, angular, svelte, next.js, node, node.js, express, django, flask, fastapi, spring, laravel, rails, numpy, pandas, pytorch, tensorflow, html, css, jquery, sass, excel, vba, google sheets, latex, arduino, unity, solidity, assembly, graphql, grpc, kafka, nginx, npm, webpack, awk, sed, jq, selenium, aws, lambda, azure, r script, arduino, esp32, makefile, ggplot, verilog",
  debug:
    "bug, debug, error, exception, traceback, stack trace, crash, segfault, segmentation fault, broken, fails, failing, failed, fix, not working, doesn't work, does not work, doesnt work, isn't working, won't work, why does my, why is my, why am i getting, what's wrong, whats wrong, what is wrong, null pointer, nullpointerexception, typeerror, valueerror, keyerror, indexerror, syntaxerror, undefined, nan, deadlock, race condition, memory leak, timeout, refused, flaky, hangs, freezes, throws, stuck, 404, 500, 502, 504, oom, root cause, regression, code review, troubleshoot, diagnose, slow, latency, p99, logs",
  logic:
    "puzzle, riddle, logic, logical, logically, premise, conclusion, valid, invalid, fallacy, flaw, knight, knave, liar, lying, lies, truth, must be true, could be true, cannot be true, follows, infer, inference, deduce, deduction, implies, assumption, assumptions, syllogism, contradict, consistent, paradox, weaken, strengthen, argument, taller, older, younger, heavier, next in the sequence, comes next, pattern, switch, crosses, weighing, weighings, winning strategy, immediately, adjacent, sits, arranged, most accurately, best supported, unless, neither, necessarily",
  plan: "plan, schedule, itinerary, allocate, assign, timetable, roster, budget, roadmap, prioritise, prioritize, milestone, deadline, critical path, dependency, dependencies, rollout, migrate, migration, capacity, logistics, sequence, organise, organize, meal plan, study plan, training plan, project plan, shift, shifts, seating, route, fit in, timeline",
  constraint:
    "at most, at least, no more than, no less than, not more than, no fewer than, exactly, must, must not, cannot, can't, may not, only if, within, fewer than, less than, between, without, not allowed, restricted, limited to, up to, minimum, maximum, subject to, such that, so that, under the condition, provided that, constraint, constraints, requirement, requirements, as few as possible, as many as possible, each, exactly one, never, before, after, either",
  condition:
    "if, suppose, assume, assuming, given, given that, let, when, whenever, then, otherwise, consider, denote, where, hence, therefore, thus, since, because, initially, starts, now",
  analyse:
    "analyse, analyze, analysis, assess, evaluate, examine, interpret, investigate, critique, review, hypothesis, hypotheses, causal, cause, root cause, trade-off, trade-offs, tradeoff, implication, implications, consequence, impact, effect, drive, drives, explain your reasoning, reasoning, reason, evidence, significant, correlation, regression, scenario, strategy, identify the, sensitivity, differential, diagnosis, break down, dissect, weigh",
  decide:
    "should i, should we, which of, which one, better deal, worth it, decide, decision, choose between, choose, pick, compare, versus, vs, or, trade, optimal, best option, pros and cons, which is better, is it better, cheaper, faster",
  science:
    "velocity, acceleration, force, mass, friction, momentum, energy, voltage, current, resistor, resistance, capacitor, circuit, lens, wavelength, photon, molar, molarity, moles, mole, ph, enthalpy, reaction, stoichiometry, half-life, pendulum, spring, projectile, orbit, pressure, temperature, gas, heat, density, genotype, phenotype, heterozygous, allele, titration, buffer, concentration, incline, collision, torque, magnetic field, electric field, acid, equilibrium, dose",
  money:
    "interest, loan, mortgage, invest, investment, dividend, bond, yield, npv, irr, roi, cash flow, discount, profit, loss, revenue, margin, cost, costs, price, tax, vat, salary, rent, payment, payback, break even, break-even, depreciation, inflation, compound, apr, annual, ltv, cac, churn, arr, portfolio, option, strike, equity, dollars, euros, cents, paid, pays, pay, earns, earn, sold, sells, sell, bought, buys, spends, spend, saves",
  case: "liable, liability, negligence, plaintiff, defendant, clause, breach, claim, statute, sue, patient, symptom, symptoms, year-old, presents with, history of, mg, ecg, ct, mri, lease, landlord, tenant, contract, deposit, entitled, heir, will, custody, client",
  unit: "km, kilometers, kilometres, miles, mile, meters, metres, meter, cm, mm, feet, foot, inches, inch, kg, kilograms, grams, gram, pounds, pound, ounces, liters, litres, liter, gallons, gallon, hours, hour, minutes, minute, seconds, second, days, weeks, mph, km/h, m/s, kwh, watts, volts, ohm, ohms, degrees, celsius, joules, newton, ml, ms, gb, tb, mb, rps, qps, years",
  write:
    "write, compose, draft, create, generate, make, produce, prepare, craft, pen, author, come up with, write me, continue, complete, develop, build, add",
  prose:
    "story, poem, essay, article, blog, novel, song, lyrics, haiku, limerick, sonnet, screenplay, script for, scene, dialogue, monologue, character, plot, chapter, fable, tale, joke, speech, toast, eulogy, rap, verse, rhyme, stanza, fiction, narrative, paragraph, sentence, words, description, diary, letter, myth, fanfic, villain, hero, protagonist, review, biography, obituary, introduction, headline, title, slogan, tagline, jingle, caption, hook, metaphor",
  message:
    "email, e-mail, mail, letter, cover letter, resume, cv, linkedin, tweet, post, instagram, facebook, press release, newsletter, memo, invitation, announcement, ad, advertisement, flyer, brochure, job description, job ad, reply, response, reminder, apology, thank you note, complaint, minutes, notice, proposal, speech, subject line, product description, bio, signature, slack message, marketing, campaign, customer, audience, brand",
  rewrite:
    "rewrite, rephrase, reword, paraphrase, proofread, edit, polish, shorten, condense, simplify, expand, correct the, grammar, spelling, punctuation, passive voice, active voice, past tense, more professional, more formal, less formal, sound, tone, friendlier, concise, wordy, clearer, fluent, improve the, synonym, synonyms, antonym, antonyms, plain english, capitalise, capitalize",
  translate:
    "translate, translation, into english, to english, into french, into german, into spanish, into chinese, to french, to german, to spanish, to chinese, to japanese, how do you say, what does the word, pronounce, pronunciation, mean in english",
  language:
    "english, french, german, spanish, italian, chinese, japanese, korean, russian, portuguese, latin, greek, arabic, hindi, polish, dutch, turkish, mandarin, swedish",
  summarise:
    "summarise, summarize, summary, tl;dr, tldr, key points, main points, main idea, takeaways, takeaway, abstract, outline, sum up, bullet points, gist, in a nutshell, recap, overview, highlights, in brief, briefly",
  extract:
    "extract, classify, categorise, categorize, label, identify, detect, recognise, sentiment, positive, negative, neutral, named entities, entities, keywords, category, categories, tag, spam, highlight, match, rank, fill in, true or false, yes or no, output, according to the passage, based on the passage, passage, based on the text, the following text, pull out, find the names, list all, underlined",
  explain:
    "explain, describe, discuss, elaborate, illustrate, outline, tell me about, introduce, talk about, explain like, explain to, in simple terms, layman, in your own words, walk me through, teach me, give an overview, clarify, tell me, what happens, provide insights",
  define:
    "what is, what's, whats, what are, what was, what were, what does, define, definition, meaning, mean, means, stand for, stands for, concept, term, difference between, what do you mean, what did, known as, called, refer, types of, kinds of, features of, characteristics",
  who: "who, whose, whom, which country, which city, which year, which river, which planet, name the, capital of, population of, author of, founder of, invented, discovered, wrote, painted, directed, founded, born, died, played, plays, sang, sings, president, king, queen, actor, singer, won, winner, located, based on, released, published",
  when: "when, what year, in which year, date, where, where is, where was, what time, season, episode, century, first, last, latest, current, oldest, largest, tallest, longest, biggest",
  why: "why, why do, why is, why are, why did, how come, what caused, what makes",
  howTo:
    "how do i, how to, how can i, how do you, how should i, steps to, best way to, tips, guide, recipe, cook, bake, clean, remove, install, set up, instructions, tutorial, cancel, renew, prepare, learn, practice, ways to, way to",
  list: "list, name, give me, give examples, examples, example, top, ideas, options, names, titles, topics, questions, facts, reasons, benefits, advantages, disadvantages, pros, cons, types, things, items, make a list, provide, brainstorm, words",
  suggest:
    "suggest, recommend, recommendation, recommendations, suggestions, suggestion, idea, advice, what should i, where should i, similar to, books, movies, movie, film, podcasts, gift, restaurant, restaurants, hotel, visit, places, activities, activity, party, outfit, vacation, travel, hobby, hobbies, fun, game, playlist",
  rolePlay:
    "act as, pretend, role-play, roleplay, role play, play the role, you are a, you are an, you're a, imagine you, imagine that you, imagine yourself, i want you to act, assume the role, persona, in character, as if you were, speak as, in the style of, from the perspective, in the voice of, take on the role, answer as, as a, dungeon master, pirate, simulate",
  smallTalk:
    "hi, hello, hey, thanks, thank you, thx, good morning, good night, good evening, bye, goodbye, how are you, what's up, lol, haha, ok, okay, cool, great, nice, welcome, sorry, yes, no, yep, please, congratulations, happy birthday, merry christmas, who are you, your name, you there, test, awesome, love it, weekend, see you",
  feeling:
    "feel, feeling, sad, happy, lonely, anxious, stressed, angry, tired, love, friend, friends, girlfriend, boyfriend, wife, husband, mom, dad, mother, father, family, relationship, marriage, depressed, afraid, worried, upset, boss, colleague, bored, life",
  opinion:
    "do you think, what do you think, your opinion, in your opinion, do you believe, your favorite, your favourite, favorite, favourite, would you rather, should children, should people, is it ok, is it rude, is it worth, prefer, best, important, beautiful, view, thoughts, popular",
  culture:
    "history, historical, philosophy, philosopher, literature, art, artist, music, religion, culture, cultural, society, war, revolution, empire, ancient, medieval, renaissance, century, novel, theme, symbolism, politics, political, government, democracy, economy, economics, psychology, sociology, ethics, ethical, language, tradition, significance, influence, role, theory, movement, plato, shakespeare, kant, social, global, climate, education, technology, health, science, industry, environment",
  everyday:
    "food, dinner, lunch, breakfast, coffee, tea, cat, dog, car, house, garden, kids, child, children, school, teacher, student, work, job, interview, phone, city, trip, birthday, wedding, christmas, sleep, weather, rain, summer, winter, beach, mountain, sea, dress, shoes, hair, money, sport, football, gym, fitness, diet, skin, plant, plants, flower, kitchen",
  followUp:
    "why, continue, go on, more, again, instead, shorter, longer, another, the second, the first, the third, the last, that, it, this, these, those, above, previous, same, also, what about, how about, and, elaborate, explain that, keep going, next, redo, try again, step 2, your answer, you said, you wrote, are you sure, rather, simpler, in english",
  design:
    "design, architecture, architect, scale, scalable, system, distributed, consistency, availability, replication, shard, sharding, microservice, microservices, monolith, load balancer, throughput, requests, idempotent, message queue, concurrency, multi-tenant, data model, data modelling, failover, high availability, rate limiter, rate limiting, protocol, interface, experiment, prototype",
  data: "data, dataset, table, row, rows, column, columns, chart, plot, graph, dataframe, sample, survey, results, statistics, statistical, metric, metrics, conversion, a/b test, ab test, trend, sales, figures, spreadsheet, per month, growth, rate, rates",
  steps:
    "step by step, step-by-step, steps, show your work, show the work, show your steps, show all, explain your answer, justify your answer, reason it out, walk through, why it works, how did you, show me how, each step, with explanation, think through, work through",
  paste:
    "the following, below, attached, this text, this paragraph, this passage, this article, this email, this sentence, this code, this function, this review, this document, the article, the document, the text, the paragraph, the sentence, given the, here is, here are, here's, transcript",
  style:
    "formal, informal, professional, polite, funny, humorous, witty, persuasive, creative, engaging, catchy, vivid, warm, sarcastic, romantic, inspiring, inspirational, emotional, compelling, captivating, short, simple, detailed, tone, style, word count, words long, audience, format, emoji, emojis, heartfelt, friendly, scary",
};
