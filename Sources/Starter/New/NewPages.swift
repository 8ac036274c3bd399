extension NewHandbook {
  /// The home page, a page for a wrong address, and a section with one page for each kind.
  var pages: [NewFile] {
    [
      home, lost,
      section(
        "services", "Services", "What we offer, to whom, and who answers for it.",
        "Each service has a page of its own. It says what the service is for, who uses it and who answers for it."
      ),
      section(
        "roles", "Roles", "Who decides what.",
        "A role is a set of decisions that somebody may make. People come and go; a role stays until we change it here."
      ),
      section(
        "processes", "Processes", "How we do what we do again and again.",
        "A process says who does what, in which order, and how we know that it went well."),
      service, role, process,
    ]
  }

  private var home: NewFile {
    NewFile(
      "content/index.md",
      #"""
      ---
      title: \#(YAMLText.quoted(title))
      description: How we work, who decides what, and what we offer to whom.
      ---
      This handbook says how {{ organisation }} works. It holds what people need to know to do their work and to
      decide without asking first.

      - [Services](services/index.md): what we offer, such as [the help desk](services/help-desk.md).
      - [Roles](roles/index.md): who decides what. Begin with the [{{ service_manager }}](roles/service-manager.md).
      - [Processes](processes/index.md): how we do things, such as [answering a request](processes/answer-a-request.md).
      - [Register](/registry/): who is accredited, as of today.

      > [!TIP]
      > Something is wrong or missing? Change the page. Whoever knows better is its next author.

      """#)
  }

  private var lost: NewFile {
    NewFile(
      "content/404.md",
      """
      ---
      title: There is no such page
      ---
      The page may have moved, or the address has a slip in it. The [home page](/) leads to everything there is.

      """)
  }

  private func section(
    _ folder: String, _ title: String, _ description: String, _ text: String
  ) -> NewFile {
    NewFile(
      "content/\(folder)/index.md",
      """
      ---
      title: \(title)
      description: \(description)
      ---
      \(text)

      """)
  }

  private var service: NewFile {
    NewFile(
      "content/services/help-desk.md",
      #"""
      ---
      title: Help desk
      description: One place to ask when something does not work.
      owner: service manager
      reviewed: \#(day)
      review_in: 12 months
      manager: service-manager
      customers: [everyone who works here]
      ---
      ## What it is for

      People lose time when something does not work. The help desk gives it back to them.

      ## What you can expect

      | You ask for | We answer within | We solve it within |
      |---|---|---|
      | Help with your work | 1 hour | 1 day |
      | Something new | 1 day | 2 weeks |

      The {{ service_manager }} answers for both: see [the role](../roles/service-manager.md). How a request is answered
      is told in [the process](../processes/answer-a-request.md).

      """#)
  }

  private var role: NewFile {
    NewFile(
      "content/roles/service-manager.md",
      #"""
      ---
      title: "{{ service_manager | ucfirst }}"
      description: Answers for a service from end to end.
      owner: executive team
      reviewed: \#(day)
      review_in: 12 months
      decides: [what the service offers, how its money is spent, who works in it]
      ---
      ## What the role is for

      A service crosses teams. The {{ service_manager }} is the one person who sees all of it, from what customers ask
      for to what it costs.

      ## What it may not decide

      Pay, and what other services promise. Those are settled between the services.

      """#)
  }

  private var process: NewFile {
    NewFile(
      "content/processes/answer-a-request.md",
      #"""
      ---
      title: Answer a request
      description: From a question to an answer that helps.
      owner: service manager
      reviewed: \#(day)
      review_in: 12 months
      performed_by: [service-manager]
      supports: help-desk
      ---
      1. Write the request down as it was said, with a day to answer by.
      2. Ask until you could explain the trouble to somebody else.
      3. Solve it, or hand it on with everything you learned.
      4. Ask whether it helped. Only a yes closes the request.

      ## How we know that it went well

      Nine of ten requests for [the help desk](../services/help-desk.md) are closed on the day they came.

      """#)
  }
}
